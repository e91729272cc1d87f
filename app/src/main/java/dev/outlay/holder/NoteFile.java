package dev.outlay.holder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/** The note on disk: for its owner's eyes from its first byte on, and never half written. */
record NoteFile(Path path, HolderNote note) {
  static NoteFile write(Path store, HolderNote note) throws IOException {
    Path path = HolderNote.beside(store.toAbsolutePath());
    Path part = path.resolveSibling("." + path.getFileName() + "." + UUID.randomUUID());
    try (SeekableByteChannel out =
        Files.newByteChannel(
            part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownersOnly())) {
      out.write(ByteBuffer.wrap(note.text().getBytes(StandardCharsets.UTF_8)));
    }
    Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return new NoteFile(path, note);
  }

  /** Takes the note away, unless another holder has put its own there. */
  void remove(Path store) throws IOException {
    if (HolderNote.read(store).filter(note::equals).isPresent()) {
      Files.deleteIfExists(path);
    }
  }

  private static FileAttribute<?>[] ownersOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
