package io.belfry.testbroker;

import com.github.dockerjava.api.exception.NotFoundException;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;

/** Whether there is Docker, and what it has. */
final class Docker {

  /** Found out once, since looking for a Docker that is not there takes its time. */
  private static final class Engine {
    static final boolean IS_THERE = DockerClientFactory.instance().isDockerAvailable();
  }

  private Docker() {}

  /** Why there is no Docker for tests, if so. */
  static Optional<String> missing() {
    return Engine.IS_THERE
        ? Optional.empty()
        : Optional.of("Docker does not answer; start it, or say in DOCKER_HOST where it is.");
  }

  /** Why no container of the image can be had, if so. An image is never pulled by a test. */
  static Optional<String> missing(String image, String variable) {
    return missing()
        .or(() -> isHere(image)
            ? Optional.empty()
            : Optional.of("The image '" + image
                + "' is not on this machine; pull it, or name another in " + variable + "."));
  }

  private static boolean isHere(String image) {
    try {
      DockerClientFactory.instance().client().inspectImageCmd(image).exec();
      return true;
    } catch (NotFoundException e) {
      return false;
    }
  }
}
