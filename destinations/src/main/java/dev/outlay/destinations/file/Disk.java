package dev.outlay.destinations.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What is done with a file system so that it is whole after a crash. */
final class Disk {
  private Disk() {}

  /** What is in the file, or what a folder lists, is on the disk afterwards. */
  static void force(Path path) throws IOException {
    boolean folder = Files.isDirectory(path);
    try (FileChannel channel =
        FileChannel.open(path, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
      channel.force(true);
    } catch (IOException e) {
      if (!folder) {
        throw e;
      } // Some systems open no folders, and keep them in order by themselves.
    }
  }

  /** The text takes the place of what was there, at once or not at all. */
  static void replace(Path file, Path aside, String text) throws IOException {
    Files.writeString(aside, text, StandardCharsets.UTF_8);
    force(aside);
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    force(folder(file));
  }

  /** Two names of one file; a copy where the file system has no such thing. */
  static void link(Path existing, Path other) throws IOException {
    try {
      Files.createLink(other, existing);
    } catch (UnsupportedOperationException | FileSystemException _) {
      Files.copy(existing, other);
      force(other);
    }
  }

  /** The folder and all that is in it go; a link goes, and not what it names. */
  static void remove(Path path) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(path)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.deleteIfExists(each);
    }
  }

  /** What the folder lists; nothing where there is none. */
  static List<Path> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  static Path folder(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file : parent;
  }
}
