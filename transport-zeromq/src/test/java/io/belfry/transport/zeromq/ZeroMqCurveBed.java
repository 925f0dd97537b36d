package io.belfry.transport.zeromq;

import io.belfry.transport.Side;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A hub's place on free TCP ports, with keys. */
final class ZeroMqCurveBed extends ZeroMqBed {

  private final Path directory = Files.createTempDirectory("belfry-curve");
  private final Keys keys = Keys.madeIn(directory);

  ZeroMqCurveBed() throws IOException {}

  @Override
  Map<String, String> settings(Side side, String endpoint) {
    Map<String, String> settings = super.settings(side, endpoint);
    settings.putAll(keys.settings(side));
    return settings;
  }

  @Override
  public Optional<Map<String, String>> strangerSettings() {
    Map<String, String> settings = settings(Side.SPOKE);
    settings.putAll(keys.strangerSettings());
    return Optional.of(settings);
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(directory)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
