package io.belfry.launcher.command;

import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A name with rules of its own; what breaks them is told before anybody is asked. */
record Name<T>(Function<String, T> rules) implements ITypeConverter<T> {

  @Override
  public T convert(String written) {
    try {
      return rules.apply(written);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
