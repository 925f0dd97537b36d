package io.belfry.launcher.command;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Constants of an enum, as they are written on the command line. */
record Choice<E extends Enum<E>>(Class<E> constants) implements ITypeConverter<E> {

  @Override
  public E convert(String written) {
    return Arrays.stream(constants.getEnumConstants())
        .filter(constant -> Output.written(constant).equals(written))
        .findFirst()
        .orElseThrow(
            () -> new TypeConversionException("it can be " + all() + ", but is '" + written + "'"));
  }

  private String all() {
    return Arrays.stream(constants.getEnumConstants())
        .map(Output::written)
        .collect(Collectors.joining(", "));
  }
}
