import { disposeDatabases, freshDatabase } from './fresh-database.js';

afterEach(disposeDatabases);

describe('the migrations', () => {
  test('give exactly the schema that the entities describe', async () => {
    const { dataSource } = await freshDatabase();
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  test('can be undone and done again', async () => {
    const { dataSource } = await freshDatabase();
    const { entityMetadatas, migrations } = dataSource;
    const tables = async () => {
      const runner = dataSource.createQueryRunner();
      let found = 0;
      for (const { tableName } of entityMetadatas) if (await runner.hasTable(tableName)) found += 1;
      await runner.release();
      return found;
    };
    for (const _ of migrations) await dataSource.undoLastMigration();
    expect(await tables()).toBe(0);
    await dataSource.runMigrations();
    expect(await tables()).toBe(entityMetadatas.length);
  });
});
