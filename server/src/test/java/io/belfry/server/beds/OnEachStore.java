package io.belfry.server.beds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belfry.service.ServiceException;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that are run on each database, each with an empty one. */
@ParameterizedClass
@EnumSource(Bed.Kind.class)
public abstract class OnEachStore {

  @Parameter
  protected Bed.Kind kind;

  @TempDir
  Path directory;

  protected Bed bed;

  protected final SetTime time = new SetTime();

  @BeforeEach
  void open() throws Exception {
    bed = Bed.of(kind, directory);
  }

  @AfterEach
  void close() throws Exception {
    if (bed != null) {
      bed.close();
    }
  }

  protected static void assertRefused(ServiceException.Code code, ThrowingCallable call) {
    assertThat(catchThrowableOfType(ServiceException.class, call::call))
        .isNotNull()
        .extracting(ServiceException::code)
        .isEqualTo(code);
  }

  protected final void onlyWhereServersShareIt() {
    Assumptions.assumeTrue(
        kind == Bed.Kind.POSTGRESQL, "does not apply: a SQLite file has one server");
  }
}
