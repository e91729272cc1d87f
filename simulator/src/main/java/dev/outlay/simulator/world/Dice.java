package dev.outlay.simulator.world;

/** Numbers that look random and are a pure function of a seed and up to three coordinates. */
public record Dice(long seed) {

  /** Dice of their own for one purpose, so that two purposes never share a sequence. */
  public Dice forPurpose(String purpose) {
    return new Dice(mix(seed ^ purpose.hashCode() * 0x9E3779B97F4A7C15L));
  }

  /** All 64 bits. */
  public long roll(long a, long b, long c) {
    return mix(mix(mix(seed + a * 0x9E3779B97F4A7C15L) + b * 0xC2B2AE3D27D4EB4FL) + c);
  }

  /** From 0 to {@code bound}, exclusive. */
  public int below(int bound, long a, long b, long c) {
    return (int) Math.floorMod(roll(a, b, c), (long) bound);
  }

  private static long mix(long z) {
    long y = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long x = (y ^ (y >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }
}
