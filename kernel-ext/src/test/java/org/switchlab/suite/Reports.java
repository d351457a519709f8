package org.switchlab.suite;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads the XML reports that Surefire, Failsafe, JUnit's console and pytest all write. */
final class Reports {

  private static final int MOST_LETTERS = 300;

  private Reports() {}

  /**
   * What all reports directly in some folder say together; nothing if there is no such folder.
   *
   * @param group names the group of a test by its class
   */
  static Tally in(Path folder, UnaryOperator<String> group) throws IOException {
    Tally sum = Tally.NONE;
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.xml")) {
        for (Path file : files) {
          sum = sum.plus(of(file, group));
        }
      }
    }
    return sum;
  }

  /** What one report says; a report that was cut off is a failure of its own. */
  static Tally of(Path file, UnaryOperator<String> group) throws IOException {
    try {
      NodeList cases =
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(file.toFile())
              .getElementsByTagName("testcase");
      Tally sum = Tally.NONE;
      for (int i = 0; i < cases.getLength(); i++) {
        Element testCase = (Element) cases.item(i);
        sum = sum.plus(ofCase(testCase).taking(times(testCase, group)));
      }
      return sum;
    } catch (SAXException cutOff) {
      return Tally.failure("unreadable report " + file + ": " + cutOff.getMessage());
    } catch (ParserConfigurationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Times times(Element testCase, UnaryOperator<String> group) {
    return Times.of(
        group.apply(testCase.getAttribute("classname")), took(testCase.getAttribute("time")));
  }

  /** Surefire writes thousands with a comma. */
  private static Duration took(String seconds) {
    return seconds.isEmpty()
        ? Duration.ZERO
        : Duration.ofMillis(Math.round(1000 * Double.parseDouble(seconds.replace(",", ""))));
  }

  private static Tally ofCase(Element testCase) {
    for (String outcome : List.of("failure", "error")) {
      if (has(testCase, outcome)) {
        return Tally.failure(
            "%s.%s: %s"
                .formatted(
                    testCase.getAttribute("classname"),
                    testCase.getAttribute("name"),
                    why((Element) testCase.getElementsByTagName(outcome).item(0))));
      }
    }
    if (has(testCase, "skipped")) {
      return Tally.skip(reason((Element) testCase.getElementsByTagName("skipped").item(0)));
    }
    return new Tally(1, List.of(), List.of());
  }

  /** The reason stands in an attribute (Surefire, pytest) or in the text (JUnit's console). */
  private static String reason(Element skipped) {
    String message = skipped.getAttribute("message");
    String text = (message.isBlank() ? skipped.getTextContent() : message).strip();
    String first = text.lines().findFirst().orElse("");
    return first.isEmpty()
        ? "no reason given"
        : first.replaceFirst("^.*TestAbortedException: ", "");
  }

  /** The beginning of what the test said, on one line: where only this line is kept, it tells. */
  private static String why(Element failure) {
    String message = failure.getAttribute("message");
    String text = message.isBlank() ? failure.getTextContent() : message;
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.isEmpty()) {
      return "it does not say why";
    }
    return line.length() <= MOST_LETTERS ? line : line.substring(0, MOST_LETTERS) + " …";
  }

  private static boolean has(Element testCase, String outcome) {
    return testCase.getElementsByTagName(outcome).getLength() > 0;
  }
}
