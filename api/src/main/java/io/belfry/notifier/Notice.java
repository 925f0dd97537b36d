package io.belfry.notifier;

import io.belfry.message.TopicFilter;
import java.util.List;

/** What a notifier is to bring, in words of its own. */
public sealed interface Notice permits Changes, Confirmation {

  /**
   * Stands for this notice, in every try, so that who gets it twice can tell.
   *
   * @return 1 to 100 letters and digits of ASCII
   */
  String id();

  /**
   * In which language to tell it, if the notifier can.
   *
   * @return a tag such as {@code en} or {@code pt-BR}
   */
  String language();

  /**
   * What the recipients have asked for.
   *
   * @return which topics
   */
  TopicFilter filter();

  /**
   * Who gets it. None of them may learn of another.
   *
   * @return one or more
   */
  List<Recipient> recipients();
}
