package dev.outlay.cli.output;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** A desk whose streams are kept for looking at. */
public final class TestDesk {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringWriter err = new StringWriter();
  private final Desk desk;

  public TestDesk(Screen screen, String in) {
    byte[] bytes = in.getBytes(StandardCharsets.UTF_8);
    desk = new Desk(new ByteArrayInputStream(bytes), out, new PrintWriter(err, true), screen);
  }

  public Desk desk() {
    return desk;
  }

  public String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  public String err() {
    return err.toString();
  }
}
