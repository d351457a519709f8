#!/bin/sh
# Captures what the machine report reads of this machine into a folder, as a fixture for its tests:
#
#   sh capture.sh FOLDER
#
# Only these files are copied, and of files with private parts only the lines that are read: no host
# name, no command line, no user. Run it as root to have the CPUID answers too.
set -eu

[ $# -eq 1 ] || { echo "usage: sh capture.sh FOLDER" >&2; exit 2; }
mkdir -p "$1"
out=$(cd "$1" && pwd)

# The whole file, if it can be read and holds anything.
whole() {
  for file in "$@"; do
    content=$(cat "$file" 2>/dev/null) || continue
    [ -n "$content" ] || continue
    mkdir -p "$out$(dirname "$file")"
    printf '%s\n' "$content" > "$out$file"
  done
}

# Only the lines of a file that match a pattern.
lines() {
  content=$(grep -E "$1" "$2" 2>/dev/null) || return 0
  mkdir -p "$out$(dirname "$2")"
  printf '%s\n' "$content" > "$out$2"
}

# An empty file where one is there.
mark() {
  [ -e "$1" ] || return 0
  mkdir -p "$out$(dirname "$1")"
  : > "$out$1"
}

processor() {
  # Of many processors the first and the last tell all: the report looks at one of them.
  awk -v RS= -v ORS='\n\n' -F'\n' '{p[NR] = $0} END {print p[1]; if (NR > 1) print p[NR]}' \
    /proc/cpuinfo | grep -vE '^(Hardware|Serial|Model|Revision)\b' > "$out/cpuinfo"
  mkdir -p "$out/proc"
  mv "$out/cpuinfo" "$out/proc/cpuinfo"
  base=/sys/devices/system/cpu
  whole $base/online $base/isolated $base/smt/control $base/vulnerabilities/* \
    $base/intel_pstate/no_turbo $base/cpufreq/boost /sys/devices/cpu_core/cpus \
    /sys/devices/cpu_atom/cpus
  for cpu in "$base"/cpu[0-9]*; do
    whole "$cpu/topology/thread_siblings_list" "$cpu/topology/physical_package_id" \
      "$cpu/cpu_capacity"
    for name in scaling_driver scaling_governor scaling_cur_freq cpuinfo_min_freq \
      cpuinfo_max_freq boost; do
      whole "$cpu/cpufreq/$name"
    done
    for name in level type size ways_of_associativity coherency_line_size number_of_sets \
      shared_cpu_list; do
      whole "$cpu"/cache/index*/$name
    done
  done
}

kernel() {
  whole /proc/sys/kernel/osrelease /proc/sys/kernel/version /proc/sys/kernel/perf_event_paranoid \
    /proc/sys/kernel/sched_rt_runtime_us /proc/sys/kernel/sched_rt_period_us /proc/loadavg \
    /sys/devices/system/clocksource/clocksource0/current_clocksource \
    /sys/devices/system/clocksource/clocksource0/available_clocksource \
    /sys/kernel/mm/transparent_hugepage/enabled /sys/kernel/mm/hugepages/*/nr_hugepages \
    /sys/bus/event_source/devices/*/type
  lines '^MemTotal:' /proc/meminfo
  lines '^cpu ' /proc/stat
  lines '^kthreadd$' /proc/2/comm
}

process() {
  lines '^(CapEff|Cpus_allowed_list):' /proc/self/status
  lines '^(Limit|Max realtime priority)' /proc/self/limits
  mkdir -p "$out/proc/self"
  grep -m 1 '^KernelPageSize:' /proc/self/smaps > "$out/proc/self/smaps" || true
}

surroundings() {
  whole /sys/class/dmi/id/sys_vendor /sys/class/dmi/id/product_name /sys/hypervisor/type \
    /run/systemd/container
  mark /.dockerenv
  mark /run/.containerenv
  acpi=/sys/firmware/acpi/tables/FACP
  if [ -r $acpi ]; then
    mkdir -p "$out/sys/firmware/acpi/tables"
    head -c 36 $acpi | tr -c '[:alnum:]' ' ' > "$out$acpi"
  fi
}

cgroups() {
  lines '^[0-9]+:([a-z,]*,)?(cpu|cpuset)(,[a-z,]*)?:|^0::' /proc/self/cgroup
  lines ' - cgroup2? .*' /proc/self/mountinfo
  while IFS=: read -r _ controllers group; do
    for mount in /sys/fs/cgroup ${controllers:+/sys/fs/cgroup/$controllers} \
      /sys/fs/cgroup/unified; do
      at=$group
      while :; do
        whole "$mount${at%/}/cpu.max" "$mount${at%/}/cpu.stat" "$mount${at%/}/cpu.cfs_quota_us" \
          "$mount${at%/}/cpu.cfs_period_us" "$mount${at%/}/cpuset.cpus.effective" \
          "$mount${at%/}/cpuset.effective_cpus"
        [ -n "${at%/}" ] || break
        at=${at%/*}
      done
    done
  done < "$out/proc/self/cgroup"
}

# The answers of CPUID, as `cpuid --raw` prints them: the offset is the leaf, the subleaf above it.
cpuid() {
  for device in /dev/cpu/[0-9]*/cpuid; do
    [ -r "$device" ] || continue
    mkdir -p "$out$(dirname "$device")"
    for ask in 1:0 2:0 4:0 4:1 4:2 4:3 24:0 24:1 24:2 24:3 24:4 24:5 24:6 24:7 24:8 \
      1073741824:0 2147483653:0 2147483654:0 2147483673:0 2147483681:0 \
      2147483677:0 2147483677:1 2147483677:2 2147483677:3; do
      answer "$device" "${ask%:*}" "${ask#*:}"
    done > "$out$device"
  done
}

answer() {
  # Above the highest leaf of its range a processor answers with another leaf: ask what exists.
  highest=$(registers "$1" $(($2 & 0xc0000000)) 0 | cut -d ' ' -f 1)
  [ "$2" -le $((0x$highest)) ] || return 0
  # shellcheck disable=SC2046
  set -- "$2" "$3" $(registers "$1" "$2" "$3")
  printf '   0x%08x 0x%02x: eax=0x%s ebx=0x%s ecx=0x%s edx=0x%s\n' "$@"
}

registers() {
  dd if="$1" bs=16 count=1 iflag=skip_bytes skip=$(($2 + ($3 << 32))) 2>/dev/null |
    od -An -t x4 -w16 | sed 's/^ *//'
}

processor
kernel
process
surroundings
cgroups
cpuid
echo "captured into $out" >&2
