/**
 * Thousands of random requests, answered by the server over HTTP and by plain SQL on the same database: they must agree
 * to the last byte. {@code -Dtest.seed=N} draws others; a failure tells the seed.
 */
package isuumo.differential;
