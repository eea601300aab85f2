/** Where a slow request's time went. A leaf: whoever waited says for what. */
package isuumo.trace;
