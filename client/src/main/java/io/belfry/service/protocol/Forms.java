package io.belfry.service.protocol;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The forms of what records are made of. */
final class Forms {

  static final Form<String> TEXT = new Form<>() {
    @Override
    public Object toJson(String value) {
      return value;
    }

    @Override
    public String fromJson(Object json, Reading at) {
      if (json instanceof String text) {
        return text;
      }
      throw at.expected("a text", json);
    }
  };

  /** From 0 to 2^63 - 1. */
  static final Form<Long> COUNT = new Form<>() {
    @Override
    public Object toJson(Long value) {
      return value;
    }

    @Override
    public Long fromJson(Object json, Reading at) {
      if (json instanceof Long number && number >= 0) {
        return number;
      }
      throw json instanceof Long
          ? at.fault("can't be negative.")
          : at.expected("a whole number below 2^63, without point and exponent", json);
    }
  };

  /**
   * A count of what is in one page; more than an int has is as wrong as any other that is wrong.
   */
  static final Form<Integer> LIMIT =
      COUNT.as(number -> (int) Math.min(number, Integer.MAX_VALUE), Integer::longValue);

  static final Form<Boolean> FLAG = new Form<>() {
    @Override
    public Object toJson(Boolean value) {
      return value;
    }

    @Override
    public Boolean fromJson(Object json, Reading at) {
      if (json instanceof Boolean flag) {
        return flag;
      }
      throw at.expected("true or false", json);
    }
  };

  static final Form<Topic> TOPIC = TEXT.as(Topic::new, Topic::name);
  static final Form<TopicFilter> FILTER = TEXT.as(TopicFilter::new, TopicFilter::pattern);
  static final Form<Instant> INSTANT = TEXT.as(Forms::instant, Instant::toString);

  private static final int MAX_INSTANT = 64;

  private Forms() {}

  /** A list, each of its items in that form; written one by one, since it may prove too long. */
  static <T> Form<List<T>> listOf(Form<T> form) {
    return new Form<>() {
      @Override
      public Object toJson(List<T> value) {
        return new AbstractList<Object>() {
          @Override
          public Object get(int index) {
            return form.toJson(value.get(index));
          }

          @Override
          public int size() {
            return value.size();
          }
        };
      }

      @Override
      public List<T> fromJson(Object json, Reading at) {
        if (!(json instanceof List<?> list)) {
          throw at.expected("a list", json);
        }
        List<T> items = new ArrayList<>(list.size());
        for (Object item : list) {
          items.add(form.fromJson(item, at.item(items.size())));
        }
        return items;
      }
    };
  }

  /** An object whose fields are the names of topics, in their order. */
  static <T> Form<Map<Topic, T>> byTopic(Form<T> form) {
    return new Form<>() {
      @Override
      public Object toJson(Map<Topic, T> value) {
        Map<String, Object> fields = new LinkedHashMap<>();
        value.forEach((topic, item) -> fields.put(topic.name(), form.toJson(item)));
        return new JsonObject(fields);
      }

      @Override
      public Map<Topic, T> fromJson(Object json, Reading at) {
        if (!(json instanceof JsonObject object)) {
          throw at.expected("an object", json);
        }
        Map<Topic, T> items = new LinkedHashMap<>();
        object
            .fields()
            .forEach((name, item) ->
                items.put(TOPIC.fromJson(name, at), form.fromJson(item, at.field(name))));
        return items;
      }
    };
  }

  /** One of the words of an enum, in lower case and with hyphens. */
  static <E extends Enum<E>> Form<E> wordOf(Class<E> type) {
    return new Form<>() {
      @Override
      public Object toJson(E value) {
        return word(value);
      }

      @Override
      public E fromJson(Object json, Reading at) {
        List<E> all = List.of(type.getEnumConstants());
        return all.stream()
            .filter(value -> word(value).equals(json))
            .findFirst()
            .orElseThrow(
                () -> at.fault("must be " + String.join(" or ", words(all.stream())) + "."));
      }
    };
  }

  private static List<String> words(Stream<? extends Enum<?>> values) {
    return values.map(value -> "'" + word(value) + "'").toList();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Instant instant(String text) {
    try {
      if (text.length() <= MAX_INSTANT) {
        return Instant.parse(text);
      }
    } catch (DateTimeException e) {
      // The sentence below says it.
    }
    throw new IllegalArgumentException("'" + Excerpt.of(text)
        + "' is no time; it looks like 2026-01-31T09:30:00.123Z (RFC 3339).");
  }
}
