package io.belfry.tck.broken;

import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import io.belfry.transport.TransportProvider;
import java.util.ArrayList;
import java.util.List;

/** Says in an error what the password is. */
@Breaks("se04")
final class TellsSecrets extends BrokenContract {

  @Override
  protected TransportProvider provider() {
    return new AlteredProvider(this::broken) {
      private final SettingKey<String> password =
          SettingKey.text("password", "", "What lets a spoke in.").asSecret();

      @Override
      public List<SettingKey<?>> settings() {
        List<SettingKey<?>> keys = new ArrayList<>(super.settings());
        keys.add(password);
        return keys;
      }

      @Override
      public Transport open(Settings settings, Side side) {
        String given = settings.get(password);
        if (!given.isEmpty()) {
          throw new TransportException(Category.REFUSED, "The password is not '" + given + "'.");
        }
        return super.open(settings, side);
      }
    };
  }
}
