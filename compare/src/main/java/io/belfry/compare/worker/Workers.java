package io.belfry.compare.worker;

import io.belfry.compare.role.Troupe;
import io.belfry.compare.run.Troupes;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;

/**
 * Starts a process for each part. What starts it is a command, which may lead to another machine;
 * what is said to it goes over its input and output, so it need not listen anywhere.
 */
public final class Workers implements Troupes {

  private final List<List<String>> commands;
  private int next;

  /**
   * Makes some.
   *
   * @param commands each starts a worker; they are used in turn
   */
  public Workers(List<List<String>> commands) {
    this.commands = List.copyOf(commands);
  }

  @Override
  public Troupe next() {
    List<String> command = commands.get(next++ % commands.size());
    try {
      return new RemoteTroupe(
          new ProcessBuilder(command).redirectError(Redirect.DISCARD).start(),
          String.join(" ", command));
    } catch (IOException e) {
      throw new IllegalStateException("The worker '" + String.join(" ", command)
          + "' can't be started (" + e.getMessage() + "); check the command.");
    }
  }

  @Override
  public boolean isEachAlone() {
    return true;
  }
}
