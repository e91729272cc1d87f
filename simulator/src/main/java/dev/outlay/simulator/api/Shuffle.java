package dev.outlay.simulator.api;

/** Another order at each request, without memory: steps through {@code size} places by a stride. */
record Shuffle(int size, int start, int stride) {

  static Shuffle of(int size, long number) {
    int stride = (int) Math.floorMod(number * 7_919 + 1, (long) Math.max(1, size));
    while (gcd(stride, size) != 1 && size > 1) {
      stride = stride + 1;
    }
    return new Shuffle(size, (int) Math.floorMod(number * 31, (long) Math.max(1, size)), stride);
  }

  int place(int turn) {
    return (int) ((start + (long) turn * stride) % size);
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
