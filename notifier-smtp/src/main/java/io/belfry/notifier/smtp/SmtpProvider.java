package io.belfry.notifier.smtp;

import io.belfry.notifier.Notifier;
import io.belfry.notifier.NotifierProvider;
import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import java.util.List;

/** Makes notifiers that send mails. */
public final class SmtpProvider implements NotifierProvider {

  /** Made by {@link java.util.ServiceLoader}. */
  public SmtpProvider() {}

  @Override
  public String name() {
    return "smtp";
  }

  @Override
  public List<SettingKey<?>> settings() {
    return SmtpConfig.KEYS;
  }

  @Override
  public Notifier open(Settings settings) {
    SmtpConfig config = SmtpConfig.from(settings);
    return new SmtpNotifier(config, Scribe.of(config));
  }
}
