package io.belfry.transport.zeromq;

import io.belfry.transport.KeyGenerator;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.zeromq.ZMQ.Curve.KeyPair;

/** Makes pairs of CURVE keys, in files that other ZeroMQ tools read, too. */
final class CurveKeyGenerator implements KeyGenerator {

  @Override
  public List<Path> generate(Path directory, String name) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
      throw new TransportException(
          Category.CONFIGURATION,
          "A key's name is 1 to 64 letters, digits, '.', '_' and '-', beginning with neither of"
              + " the last three.");
    }
    KeyPair pair = org.zeromq.ZMQ.Curve.generateKeyPair();
    Path publicFile = directory.resolve(name + ".key");
    Path secretFile = directory.resolve(name + ".key_secret");
    String publicLines = "metadata\n    name = \"" + name + "\"\ncurve\n    public-key = \""
        + pair.publicKey + "\"\n";
    try {
      Files.createDirectories(directory);
      if (Files.exists(publicFile)) { // Before there is a secret that would lack its other half.
        throw new FileAlreadyExistsException(publicFile.toString());
      }
      write(secretFile, publicLines + "    secret-key = \"" + pair.secretKey + "\"\n", true);
      write(publicFile, publicLines, false);
    } catch (FileAlreadyExistsException e) {
      throw new TransportException(
          Category.CONFIGURATION, "There is a key file '" + e.getFile() + "' already.", e);
    } catch (IOException e) {
      throw new TransportException(
          Category.CONFIGURATION, "Can't write keys into '" + directory + "'.", e);
    }
    return List.of(publicFile, secretFile);
  }

  /** A secret file is made with its permissions, so that nobody can read it in between. */
  private static void write(Path file, String text, boolean isSecret) throws IOException {
    boolean isPosix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] attributes = isSecret && isPosix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
    Set<StandardOpenOption> isNew = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = Files.newByteChannel(file, isNew, attributes)) {
      channel.write(
          java.nio.ByteBuffer.wrap(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
  }
}
