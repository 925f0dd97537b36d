/**
 * The SPI of notifiers: what brings the news to people and machines that are not on the wire, such
 * as mailboxes.
 */
package io.belfry.notifier;
