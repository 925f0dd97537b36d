package io.belfry.gateway.page;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What pages are made with: styles, modules, pictures. */
final class Assets {

  private static final Pattern NAME = Pattern.compile("/([a-z][a-z-]*\\.(css|js|svg))");

  private static final Map<String, String> TYPES = Map.of(
      "css", "text/css; charset=utf-8",
      "js", "text/javascript; charset=utf-8",
      "svg", "image/svg+xml");

  private final Map<String, Asset> known = new ConcurrentHashMap<>();

  /** What is at a path; nothing else than files of this package, whatever the path looks like. */
  Optional<Asset> at(String path) {
    Matcher name = NAME.matcher(path);
    return name.matches() ? named(name.group(1), name.group(2)) : Optional.empty();
  }

  private Optional<Asset> named(String name, String kind) {
    Optional<Asset> former = Optional.ofNullable(known.get(name));
    if (former.isPresent()) {
      return former;
    }
    Optional<Asset> read =
        Asset.read(name).map(body -> Asset.of(Objects.requireNonNull(TYPES.get(kind)), body));
    read.ifPresent(asset -> known.put(name, asset));
    return read;
  }
}
