package dev.outlay.destinations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A file system of a few megabytes, where this machine lets one be mounted. */
final class SmallDisk {
  private SmallDisk() {}

  static Path orNotRun(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    if (run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder.toString()) != 0) {
      String why = "NOT RUN: no small disk can be mounted here (it needs to be root)";
      System.err.println(why);
      return Assumptions.abort(why);
    }
    return folder;
  }

  static void release(Path folder) throws IOException, InterruptedException {
    run("umount", folder.toString());
  }

  private static int run(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    } catch (IOException _) {
      return -1;
    }
  }
}
