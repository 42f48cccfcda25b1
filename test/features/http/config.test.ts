import { expect, test } from '@jest/globals';
import { ConfigError, describeConfig, readConfig } from '../../../src/config.js';

test('every default works', () => {
  const config = readConfig({});
  expect(config).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    logLevel: 'info',
    sweepMinutes: 15,
    bodyLimit: 65_536,
  });
  expect(config.db).toMatch(/^sqlite:\/.*\/data\/etapp\.db$/);
  expect(config.mailFolder).toMatch(/\/data\/utskick$/);
  expect(config.baseUrl).toBe('http://127.0.0.1:3000');
  expect([config.smtpUrl, config.addresses]).toEqual([undefined, undefined]);
});

test('a variable that is set but empty counts as not set', () => {
  expect(readConfig({ ETAPP_PORT: ' ', ETAPP_SMTP_URL: '' })).toMatchObject({ port: 3000, smtpUrl: undefined });
});

test('links begin with the address given, else with host and port', () => {
  expect(readConfig({ ETAPP_PORT: '8080', ETAPP_HOST: '::1' }).baseUrl).toBe('http://[::1]:8080');
  expect(readConfig({ ETAPP_BASE_URL: 'https://etapp.example' }).baseUrl).toBe('https://etapp.example');
});

test('every variable that cannot be used is named at once, in both languages', () => {
  const environment = {
    ETAPP_DB: 'mysql://x',
    ETAPP_PORT: '70000',
    ETAPP_LOG_LEVEL: 'loud',
    ETAPP_BASE_URL: 'etapp',
    ETAPP_SMTP_URL: 'http://x',
    ETAPP_SWEEP_MINUTES: '0.5',
    ETAPP_BODY_LIMIT: 'stor',
  };
  let problems: readonly string[] = [];
  try {
    readConfig(environment);
  } catch (error) {
    problems = (error as ConfigError).problems;
  }
  expect(problems.map((problem) => problem.split(' ')[0]).sort()).toEqual(Object.keys(environment).sort());
  for (const problem of problems) expect(problem).toContain(' / ');
});

test('the description of the configuration masks passwords', () => {
  const description = describeConfig(
    readConfig({
      ETAPP_DB: 'postgres://etapp:a@b:c@db/etapp?password=hemligt',
      ETAPP_SMTP_URL: 'smtp://post:l%C3%B6sen@mail.example',
    }),
  );
  expect(description).toContain('ETAPP_SMTP_URL=smtp://***@mail.example');
  expect(description).toContain('ETAPP_DB=postgres://***@db/etapp?password=***');
  expect(description).toContain('ETAPP_PORT=3000');
});
