package dev.outlay.price;

/** A price file that cannot be taken; the message is one line with the place. */
public final class BadPrices extends RuntimeException {
  BadPrices(String place, String what) {
    super(place + ": " + what, null, false, false);
  }
}
