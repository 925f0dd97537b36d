package io.belfry.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where mails are kept: a file for each, which any mail program opens. Others may read them while a
 * mailbox writes.
 */
public final class MailboxDirectory {

  private static final Pattern NAME = Pattern.compile("\\d{16}-\\d{6}\\.eml");
  private static final String HALF = ".part";

  private final Path directory;

  /**
   * Mails in a directory.
   *
   * @param directory where; it need not be there yet
   */
  public MailboxDirectory(Path directory) {
    this.directory = directory;
  }

  /**
   * All mails.
   *
   * @return the mails, the newest first
   * @throws IOException if one can't be read
   */
  public List<Mail> mails() throws IOException {
    return newest(Integer.MAX_VALUE);
  }

  /**
   * The mails that have come last.
   *
   * @param most how many at most
   * @return the mails, the newest first
   * @throws IOException if one can't be read
   */
  public List<Mail> newest(int most) throws IOException {
    List<Mail> mails = new ArrayList<>();
    List<String> names = new ArrayList<>(names());
    Collections.reverse(names);
    for (String name : names.subList(0, Math.min(most, names.size()))) {
      find(name).ifPresent(mails::add);
    }
    return mails;
  }

  /**
   * One mail.
   *
   * @param name the name of its file
   * @return the mail, unless there is none, or none any more
   * @throws IOException if it can't be read
   */
  public Optional<Mail> find(String name) throws IOException {
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    Instant at = Instant.ofEpochMilli(Long.parseLong(name.substring(0, name.indexOf('-'))));
    try (InputStream file = Files.newInputStream(directory.resolve(name))) {
      return Optional.of(MailReader.read(name, at, file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** The names of all files, the oldest first. */
  List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> NAME.matcher(name).matches())
          .sorted()
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  /** Makes the directory, and throws away what an earlier process has left half. */
  void prepare() throws IOException {
    Files.createDirectories(directory);
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(each -> each.toString().endsWith(HALF)).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Keeps a mail, and tells its name; whoever looks sees all of it or nothing. */
  String add(Instant at, int number, List<String> recipients, byte[] mail) throws IOException {
    String name = String.format("%016d-%06d.eml", at.toEpochMilli(), number % 1_000_000);
    Path half = directory.resolve(name + HALF);
    byte[] head = recipients.stream()
        .map(recipient -> MailReader.RECIPIENT + ": " + recipient + "\r\n")
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[head.length + mail.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(mail, 0, all, head.length, mail.length);
    Files.write(half, all);
    Files.move(half, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    return name;
  }

  void remove(String name) throws IOException {
    Files.deleteIfExists(directory.resolve(name));
  }
}
