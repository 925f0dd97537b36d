/** What has come of a comparison, as values: what the page shows and the JSON file keeps. */
package io.belfry.compare.result;
