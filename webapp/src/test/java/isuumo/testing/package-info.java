/**
 * What the integration tests stand on: one real database for the whole run ({@link isuumo.testing.TestDatabase}), the
 * real 29,500 + 29,500 rows ({@link isuumo.testing.TestData}), the production server on a free port
 * ({@link isuumo.testing.TestServer}), a real HTTP client ({@link isuumo.testing.Http}), and what the contract makes of a
 * row ({@link isuumo.testing.Expected}), written down without the server's own code.
 */
package isuumo.testing;
