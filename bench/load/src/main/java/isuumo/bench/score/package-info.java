/** Points, errors by severity, and latencies of one run. */
package isuumo.bench.score;
