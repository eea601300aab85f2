/** The data directory: the initial rows as SQL files and the search condition documents. Knows no SQL connection, no HTTP. */
package isuumo.data;
