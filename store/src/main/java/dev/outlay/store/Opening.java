package dev.outlay.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Opens the file, or says why it cannot be a store. */
record Opening(Path file, Trouble trouble) {
  private static final String TRIED = "opening it";
  private static final String OTHER = "Name another file with --store.";
  private static final Pattern HOLDER = Pattern.compile("PID (\\d+)");

  Database open(StoreSettings settings) {
    check();
    try {
      return Database.open(file, settings);
    } catch (SQLException | IOException e) {
      throw explained(e);
    }
  }

  private void check() {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw trouble.because(TRIED, "it is a folder", OTHER);
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw trouble.because(TRIED, "its folder does not exist", "Make the folder first.");
    }
    if (!Files.isWritable(folder) || (Files.exists(file) && !Files.isWritable(file))) {
      throw trouble.because(
          TRIED,
          "the file or its folder may not be written",
          "Allow writing there, or name another file with --store.");
    }
    if (Files.exists(file) && !hasMagic()) {
      throw trouble.because(TRIED, "the file is not a store", OTHER);
    }
  }

  /**
   * Every DuckDB file has these four letters behind a checksum; an empty one would be overwritten.
   */
  private boolean hasMagic() {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(12);
      return head.length == 0
          ? !Files.exists(file.resolveSibling(file.getFileName() + ".wal"))
          : head.length == 12 && new String(head, 8, 4, StandardCharsets.US_ASCII).equals("DUCK");
    } catch (IOException e) {
      throw trouble.of(TRIED, e);
    }
  }

  private RuntimeException explained(Exception e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("lock is held") || message.contains("Could not set lock")) {
      Matcher holder = HOLDER.matcher(message);
      return new StoreBusy(
          file,
          holder.find() ? OptionalLong.of(Long.parseLong(holder.group(1))) : OptionalLong.empty());
    }
    return trouble.of(TRIED, e);
  }
}
