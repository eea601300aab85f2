/**
 * The tables that are served, each described once: columns, what fits into them, what of them is sent; and what may happen
 * to a row. A leaf: no SQL statement, no HTTP, no JSON.
 *
 * <p>A column more is three lines in its row's file (the record's component, the column, the value that makes a row) and, if
 * it is sent, its JSON key; and one in the schema. What is searched too, a catalog
 * keeps: two lines more and its condition, where the kind is described.
 */
package isuumo.table;
