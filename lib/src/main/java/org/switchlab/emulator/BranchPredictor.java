package org.switchlab.emulator;

import static org.switchlab.emulator.GeometryText.powerOfTwo;
import static org.switchlab.emulator.GeometryText.require;

import java.util.List;

/**
 * The branch predictors of one modelled core. lib/docs/emulated-machine.md says how each guesses;
 * real cores keep theirs secret, so that the numbers of one are compared with those of another
 * model, not with a real core's.
 *
 * @param direction of conditional branches
 * @param targets of indirect jumps and calls
 * @param returnDepth return addresses that are kept; a deeper call overwrites the oldest
 */
public record BranchPredictor(
    DirectionPredictor direction, TargetPredictor targets, int returnDepth) {

  /**
   * Of Intel cores (Optimization Reference Manual, section 3.4.1.4, "Inlining, Calls and Returns");
   * AMD Zen has 32.
   */
  public static final int DEFAULT_RETURN_DEPTH = 16;

  private static final int MOST_RETURN_DEPTH = 1024;

  /** Refuses a stack that cannot be had, saying the range. */
  public BranchPredictor {
    require(
        returnDepth >= 1 && returnDepth <= MOST_RETURN_DEPTH && powerOfTwo(returnDepth),
        "a return stack of %s addresses; there must be a power of two from 1 to %s"
            .formatted(returnDepth, MOST_RETURN_DEPTH));
  }

  /** As simple cores guess: two bits a branch, the last target. */
  public static BranchPredictor bimodal() {
    return of(
        DirectionPredictor.of(DirectionPredictor.Kind.BIMODAL),
        TargetPredictor.of(TargetPredictor.Kind.BTB));
  }

  /** As today's cores guess: by history. */
  public static BranchPredictor tage() {
    return of(
        DirectionPredictor.of(DirectionPredictor.Kind.TAGE),
        TargetPredictor.of(TargetPredictor.Kind.HISTORY));
  }

  /**
   * As valgrind guesses with {@code --branch-sim=yes}; returns apart, which it takes as never
   * missed.
   */
  public static BranchPredictor callgrind() {
    return of(
        DirectionPredictor.of(DirectionPredictor.Kind.CALLGRIND),
        TargetPredictor.of(TargetPredictor.Kind.BTB));
  }

  private static BranchPredictor of(DirectionPredictor direction, TargetPredictor targets) {
    return new BranchPredictor(direction, targets, DEFAULT_RETURN_DEPTH);
  }

  /** The predictor with that direction predictor whose other parts are usual beside it. */
  public static BranchPredictor with(DirectionPredictor direction) {
    BranchPredictor usual =
        switch (direction.kind()) {
          case BIMODAL -> bimodal();
          case TAGE -> tage();
          case CALLGRIND -> callgrind();
        };
    return new BranchPredictor(direction, usual.targets, usual.returnDepth);
  }

  /** Another way to guess where indirect jumps go. */
  public BranchPredictor targets(TargetPredictor other) {
    return new BranchPredictor(direction, other, returnDepth);
  }

  /** Another number of return addresses. */
  public BranchPredictor returnDepth(int other) {
    return new BranchPredictor(direction, targets, other);
  }

  /** The plugin's arguments, each {@code key=value}. */
  List<String> pluginArguments() {
    return List.of(
        "direction=" + direction.argument(),
        "targets=" + targets.argument(),
        "returns=" + returnDepth);
  }
}
