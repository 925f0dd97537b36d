/**
 * Typed settings: a provider lists the keys it knows, and whoever opens it hands over text values
 * that were checked against that list. Nothing is ever ignored in silence.
 */
package io.belfry.settings;
