package dev.outlay.app.setting;

/** Somebody asked for what there is not; the message is one clear line, and nothing was done. */
public final class WrongUse extends RuntimeException {
  private static final long serialVersionUID = 1;

  public WrongUse(String message) {
    super(message);
  }
}
