package dev.outlay.destinations.file;

import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure;
import dev.outlay.failure.Failure.KeepFailed;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.Stream;

/** Says what went wrong with files, or with the engine that writes them. */
record FileTrouble(String name) {
  private static final String AGAIN = "Nothing is lost: the next run goes on where this one ended.";

  /** Work with files and the engine. */
  interface Work<T> {
    T run() throws IOException, SQLException;
  }

  <T> T ask(String tried, Work<T> work) {
    try {
      return work.run();
    } catch (IOException | SQLException | ReadOnlyFileSystemException e) {
      throw of(tried, e);
    }
  }

  KeepFailed because(String tried, String came, String advice) {
    return new KeepFailed(Attempt.to(tried, name, ""), came, advice);
  }

  Failure of(String tried, Exception e) {
    Words words = words(e);
    return new KeepFailed(Attempt.to(tried, name, ""), words.came, words.advice, e);
  }

  private record Words(String came, String advice) {}

  private static Words words(Exception e) {
    String text = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (any(text, "no space left", "quota", "not enough space", "file too large")) {
      return new Words("there is no room left on the disk", "Make room. " + AGAIN);
    }
    if (e instanceof AccessDeniedException
        || e instanceof ReadOnlyFileSystemException
        || any(text, "read-only", "permission denied", "not permitted")) {
      return new Words(
          "it may not be written", "Allow writing in that folder, or name another. " + AGAIN);
    }
    if (any(text, "out of memory", "failed to allocate", "failed to pin")) {
      return new Words("the memory for it was not enough", "Pass on fewer rows at once. " + AGAIN);
    }
    if (e instanceof NoSuchFileException || any(text, "no files found", "cannot open file")) {
      return new Words(
          "a file that was written there is gone",
          "Remove the whole folder, and it is filled anew.");
    }
    if (e instanceof FileSystemException && any(text, "not a directory", "file exists")) {
      return new Words("there is a file in the place of a folder", "Name another folder.");
    }
    return new Words("it could not be done", "Use --debug to see why. " + AGAIN);
  }

  private static boolean any(String text, String... signs) {
    return Stream.of(signs).anyMatch(text::contains);
  }
}
