package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.List;
import org.switchlab.machine.Machine;

/** What about a machine decides what a change of the address space costs. */
final class AddressSpaceFacts {

  /** Vulnerabilities whose mitigations act when the address space, or the mode, changes. */
  private static final List<String> ACTING =
      List.of("meltdown", "spectre_v2", "l1tf", "mds", "vmscape");

  private AddressSpaceFacts() {}

  /** One fact an entry, as found; unknown facts say so. */
  static List<String> of(Machine machine) {
    Boolean tagged = machine.cpu().taggedTlb();
    List<String> facts = new ArrayList<>();
    facts.add(
        "TLB entries tagged by address space (PCID, ASID): "
            + (tagged == null
                ? "not known"
                : tagged
                    ? "yes, so a switch need not flush them"
                    : "no, so a switch flushes them"));
    machine
        .kernel()
        .mitigations()
        .forEach(
            (name, state) -> {
              if (ACTING.contains(name)) {
                facts.add(name + ": " + state);
              }
            });
    return facts;
  }
}
