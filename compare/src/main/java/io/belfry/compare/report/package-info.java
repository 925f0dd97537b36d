/** What a comparison looks like: a JSON file, a table on the terminal, a page, and a difference. */
package io.belfry.compare.report;
