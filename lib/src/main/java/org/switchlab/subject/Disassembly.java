package org.switchlab.subject;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.switchlab.run.Command;
import org.switchlab.run.RunnerException;

/**
 * The machine code of one function, as objdump(1) prints it.
 *
 * @param function its name, as its source writes it
 * @param instructions in order, without the padding behind its end
 */
public record Disassembly(String function, List<Instruction> instructions) {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** For instance {@code 0000000000001234 <yield()>:}. */
  private static final Pattern HEAD = Pattern.compile("^[0-9a-f]+ <(.*)>:$");

  /** For instance {@code     1234:\tmov    %rsp,0x8(%rdi)}. */
  private static final Pattern LINE = Pattern.compile("^\\s*([0-9a-f]+):\\s+(\\S.*?)\\s*$");

  private static final Pattern PADDING = Pattern.compile("(data16 )*(cs )?nop[wl]?\\b.*|int3|xchg +%ax,%ax");

  /**
   * One instruction.
   *
   * @param address where it lies in the file's own address space
   * @param text mnemonic and operands
   */
  public record Instruction(long address, String text) {}

  /** Keeps an immutable copy. */
  public Disassembly {
    instructions = List.copyOf(instructions);
  }

  /**
   * The functions of an executable whose name holds {@code part}, in the order of the file.
   *
   * @throws RunnerException if objdump is not there or cannot read the file, with what mends it
   */
  public static List<Disassembly> of(Path executable, String part)
      throws RunnerException, InterruptedException {
    List<String> words =
        List.of("objdump", "-d", "-C", "--no-show-raw-insn", "-w", executable.toString());
    try {
      Command.Ended ended = new Command(words, LIMIT).run();
      if (!ended.well()) {
        throw new RunnerException(
            "objdump cannot read %s: %s".formatted(executable, ended.said().strip()), null);
      }
      return parse(ended.said(), part);
    } catch (IOException e) {
      throw new RunnerException(
          "there is no objdump on PATH; type: sudo apt-get install binutils", e);
    }
  }

  static List<Disassembly> parse(String text, String part) {
    List<Disassembly> found = new ArrayList<>();
    String function = "";
    List<Instruction> instructions = new ArrayList<>();
    for (String line : (Iterable<String>) text.lines()::iterator) {
      Matcher head = HEAD.matcher(line);
      Matcher instruction = LINE.matcher(line);
      if (head.matches()) {
        add(function, part, instructions, found);
        function = head.group(1);
        instructions = new ArrayList<>();
      } else if (instruction.matches()) {
        instructions.add(
            new Instruction(
                Long.parseUnsignedLong(instruction.group(1), 16), instruction.group(2)));
      }
    }
    add(function, part, instructions, found);
    return found;
  }

  private static void add(
      String function, String part, List<Instruction> instructions, List<Disassembly> found) {
    if (function.contains(part) && !instructions.isEmpty()) {
      found.add(new Disassembly(function, withoutPadding(instructions)));
    }
  }

  private static List<Instruction> withoutPadding(List<Instruction> instructions) {
    int end = instructions.size();
    while (end > 0 && PADDING.matcher(instructions.get(end - 1).text()).matches()) {
      end--;
    }
    return instructions.subList(0, end);
  }

  /** A line an instruction, numbered from 1. */
  @Override
  public String toString() {
    return IntStream.range(0, instructions.size())
        .mapToObj(i -> "%4d  %s\n".formatted(i + 1, instructions.get(i).text()))
        .collect(Collectors.joining("", function + "\n", ""));
  }
}
