/** From an outcome to result.json, the page, and comparisons. */
package isuumo.bench.report;
