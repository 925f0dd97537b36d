package io.belfry.notifier.smtp;

import com.samskivert.mustache.MustacheException;
import io.belfry.notifier.Changes;
import io.belfry.notifier.Confirmation;
import io.belfry.notifier.Notice;
import io.belfry.notifier.Recipient;
import io.belfry.notifier.smtp.Templates.Wording;
import io.belfry.settings.SettingsException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes letters. */
final class Scribe {

  private final Templates templates;
  private final Model model;
  private final Stationery stationery;

  private Scribe(Templates templates, Model model, Stationery stationery) {
    this.templates = templates;
    this.model = model;
    this.stationery = stationery;
  }

  /**
   * Reads the templates, and tries each of them.
   *
   * @throws SettingsException if one can't be used
   */
  static Scribe of(SmtpConfig config) {
    Links links = new Links(config.web());
    Scribe scribe = new Scribe(
        Templates.read(config.templates()),
        new Model(links, config.zone(), config.maxContent()),
        new Stationery(config, links));
    scribe.templates.languages().forEach(scribe::rehearse);
    return scribe;
  }

  private void rehearse(String language) {
    for (Notice notice : Samples.in(language)) {
      try {
        write(notice);
      } catch (UnwritableException e) {
        throw new SettingsException(
            "The templates for '" + language + "' can't be used: " + e.getMessage());
      }
    }
  }

  /**
   * Writes a notice.
   *
   * @throws UnwritableException if an address or a template can't be used
   */
  Letter write(Notice notice) throws UnwritableException {
    try {
      List<InternetAddress> recipients = new ArrayList<>();
      for (Recipient recipient : notice.recipients()) {
        recipients.add(Stationery.address(recipient.address()));
      }
      MimeMessage whole = mail(notice, recipients, false);
      return new Letter(recipients, whole, () -> mail(notice, recipients, true));
    } catch (MustacheException e) {
      throw new UnwritableException("A template can't be used: " + e.getMessage(), e);
    } catch (MessagingException e) {
      throw new UnwritableException("No mail can be made of this: " + e.getMessage(), e);
    }
  }

  private MimeMessage mail(Notice notice, List<InternetAddress> recipients, boolean isBrief)
      throws MessagingException {
    boolean isChanges = notice instanceof Changes;
    Wording wording =
        templates.of(notice.language(), isChanges ? Templates.CHANGES : Templates.CONFIRMATION);
    Map<String, Object> values =
        isChanges ? model.of((Changes) notice, isBrief) : model.of((Confirmation) notice);
    return stationery.mail(
        notice,
        recipients,
        wording.subject().execute(values),
        wording.text().execute(values),
        wording.page().execute(values));
  }
}
