package io.belfry.tck.broken;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The rules that a broken transport must be caught by. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Breaks {
  String[] value();
}
