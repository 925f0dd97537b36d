package io.belfry.testbroker;

import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/** Mosquitto in a container, at a port of this machine that stays the same. */
final class MosquittoContainer implements ControlledBroker, Freezable {

  /** The variable of the environment that names another image. */
  static final String IMAGE = "BELFRY_MOSQUITTO_IMAGE";

  private static final String USUAL_IMAGE = "eclipse-mosquitto:2";
  private static final String INSIDE = "/belfry";
  private static final int PORT = 1883;
  private static final Duration START = Duration.ofSeconds(40);
  private static final int STOP_SECONDS = 20;

  private final Addresses addresses;
  private final GenericContainer<?> container;

  private MosquittoContainer(Addresses addresses, GenericContainer<?> container) {
    this.addresses = addresses;
    this.container = container;
  }

  static Optional<String> missing() {
    return Docker.missing(image(), IMAGE);
  }

  static MosquittoContainer start(Setup setup) throws Exception {
    Addresses addresses = Addresses.free(Kind.DOCKER_MOSQUITTO.protocols());
    try (TemporaryDirectory directory = TemporaryDirectory.named(Kind.DOCKER_MOSQUITTO.title())) {
      new MosquittoFiles(directory, INSIDE, "root").write(setup, "0.0.0.0", PORT);
      MosquittoContainer broker =
          new MosquittoContainer(addresses, container(directory, addresses));
      try {
        broker.container.start();
        broker.awaitListening();
        return broker;
      } catch (Exception e) {
        broker.close();
        throw e;
      }
    }
  }

  @Override
  public Kind kind() {
    return Kind.DOCKER_MOSQUITTO;
  }

  @Override
  public InetSocketAddress at(Protocol protocol) {
    return addresses.at(protocol);
  }

  @Override
  public synchronized void start() throws Exception {
    docker().startContainerCmd(container.getContainerId()).exec();
    awaitListening();
  }

  @Override
  public synchronized void stop() {
    if (isRunning()) {
      docker()
          .stopContainerCmd(container.getContainerId())
          .withTimeout(STOP_SECONDS)
          .exec();
    }
  }

  @Override
  public synchronized void kill() {
    if (isRunning()) {
      docker().killContainerCmd(container.getContainerId()).exec();
    }
  }

  @Override
  public synchronized void freeze() {
    docker().pauseContainerCmd(container.getContainerId()).exec();
  }

  @Override
  public synchronized void thaw() {
    docker().unpauseContainerCmd(container.getContainerId()).exec();
  }

  @Override
  public synchronized void close() {
    container.stop();
  }

  private boolean isRunning() {
    return Boolean.TRUE.equals(container.getCurrentContainerInfo().getState().getRunning());
  }

  private void awaitListening() throws IOException, InterruptedException {
    Listening.await(addresses.all(), START, this::isRunning);
  }

  private DockerClient docker() {
    return container.getDockerClient();
  }

  @SuppressWarnings("resource") // Its owner is the broker.
  private static GenericContainer<?> container(TemporaryDirectory directory, Addresses addresses) {
    GenericContainer<?> container = new GenericContainer<>(
            DockerImageName.parse(image()).asCompatibleSubstituteFor("mosquitto"))
        .withImagePullPolicy(image -> false)
        .withCopyFileToContainer(MountableFile.forHostPath(directory.path()), INSIDE)
        .withCommand("mosquitto", "-c", INSIDE + "/mosquitto.conf")
        .waitingFor(Wait.forLogMessage(".*mosquitto version .* running.*", 1))
        .withStartupTimeout(START);
    container.setPortBindings(List.of("127.0.0.1:" + addresses.port(Protocol.MQTT) + ":" + PORT));
    return container;
  }

  private static String image() {
    return Optional.ofNullable(System.getenv(IMAGE))
        .filter(name -> !name.isBlank())
        .orElse(USUAL_IMAGE);
  }
}
