package io.belfry.tck.broken;

import io.belfry.settings.SettingKey;
import io.belfry.transport.TransportProvider;
import java.util.ArrayList;
import java.util.List;

/** Has a key in upper case, without a meaning, whose default is invalid. */
@Breaks("se01")
final class HasSloppyKeys extends BrokenContract {

  @Override
  protected TransportProvider provider() {
    return new AlteredProvider(this::broken) {
      @Override
      public List<SettingKey<?>> settings() {
        List<SettingKey<?>> keys = new ArrayList<>(super.settings());
        keys.add(SettingKey.number("Retries", 1, 9, 0, ""));
        return keys;
      }
    };
  }
}
