/**
 * What a notification service does, for whoever asks it: one interface and its values. The server
 * implements it in the process, the client over a transport.
 */
package io.belfry.service;
