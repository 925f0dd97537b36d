package io.belfry.launcher.command;

import io.belfry.launcher.settings.TokenFile;
import io.belfry.message.TopicFilter;
import io.belfry.server.access.Grant;
import io.belfry.server.access.Role;
import io.belfry.server.access.Tokens;
import io.belfry.service.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes tokens. */
@Command(
    description =
        "Makes a token, and the lines that let its owner in; a server has them in the file"
            + " that auth.tokens names. The token itself is shown this once.")
final class TokenCommand implements Callable<Integer> {

  @Mixin
  private final Output output = new Output();

  @Parameters(paramLabel = "NAME", description = "Whose token it is, such as esmeralda.")
  private String name = "";

  @Option(names = "--publish", paramLabel = "FILTER", description = "Where its owner may publish.")
  private List<TopicFilter> publish = new ArrayList<>();

  @Option(names = "--subscribe", paramLabel = "FILTER", description = "What its owner may read.")
  private List<TopicFilter> subscribe = new ArrayList<>();

  @Option(
      names = "--administer",
      paramLabel = "FILTER",
      description = "What its owner may decide about.")
  private List<TopicFilter> administer = new ArrayList<>();

  @Override
  public Integer call() {
    Token token = Tokens.generate();
    List<Grant> grants = new ArrayList<>();
    grant(grants, token, Role.PUBLISH, publish);
    grant(grants, token, Role.SUBSCRIBE, subscribe);
    grant(grants, token, Role.ADMINISTER, administer);
    if (grants.isEmpty()) {
      throw new IllegalArgumentException(
          "Say what its owner may do, with --publish, --subscribe or --administer FILTER.");
    }
    String entry = TokenFile.entry(grants);
    output.tell(
        token.secret() + "\n\n" + entry,
        Output.row("name", name, "token", token.secret(), "entry", entry));
    return ExitCode.DONE;
  }

  private void grant(List<Grant> grants, Token token, Role role, List<TopicFilter> filters) {
    if (!filters.isEmpty()) {
      grants.add(Grant.of(name, token, Set.of(role), filters));
    }
  }
}
