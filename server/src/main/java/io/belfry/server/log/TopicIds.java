package io.belfry.server.log;

import io.belfry.message.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * The keys of topics in the database, which stay as they are: topics are not deleted. The latest
 * used are remembered. For one thread.
 */
final class TopicIds {

  private static final int MOST = 50_000;
  private static final float LOAD = 0.75f;

  private final LinkedHashMap<String, Long> known = new LinkedHashMap<>(16, LOAD, true);

  /** The keys of those topics that there are. */
  Map<String, Long> of(Handle handle, Collection<Pending> pending) {
    Map<String, Long> found = new HashMap<>();
    List<String> others = new ArrayList<>();
    pending.stream()
        .map(each -> each.publication().topic())
        .map(Topic::name)
        .distinct()
        .forEach(name -> {
          Long id = known.get(name);
          if (id == null) {
            others.add(name);
          } else {
            found.put(name, id);
          }
        });
    if (!others.isEmpty()) {
      Map<String, Long> read = read(handle, others);
      found.putAll(read);
      remember(read);
    }
    return found;
  }

  /** For when the database is not what it was. */
  void forget() {
    known.clear();
  }

  private void remember(Map<String, Long> read) {
    known.putAll(read);
    var oldest = known.entrySet().iterator();
    while (known.size() > MOST) {
      oldest.next();
      oldest.remove();
    }
  }

  private static Map<String, Long> read(Handle handle, List<String> names) {
    Map<String, Long> found = new HashMap<>();
    handle
        .createQuery("SELECT name, id FROM topic WHERE name IN (<names>)")
        .bindList("names", names)
        .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
        .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    return found;
  }
}
