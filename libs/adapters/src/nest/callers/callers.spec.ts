import { Controller, Get, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mayDo, permissionOf, permissions, roles } from './permissions.js';
import { Permit, assertEveryRoutePermits } from './permit.js';
import { TokenFileFault, openTokenFile } from './token-file.js';

describe('the token file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-tokens-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is made at the first start with one administrator, whose token is given once and stands nowhere', () => {
    const path = join(folder, 'made', 'tokens.json');
    const { callers, firstToken } = openTokenFile(path);
    expect(callers.find(firstToken ?? '')).toEqual({ name: 'admin', roles: ['admin'], offices: ['*'] });
    expect(callers.find('another')).toBeUndefined();
    expect(readFileSync(path, 'utf8')).not.toContain(firstToken);
    expect(statSync(path).mode & 0o077).toBe(0);
    const again = openTokenFile(path);
    expect(again.firstToken).toBeUndefined();
    expect(again.callers.find(firstToken ?? '')?.name).toBe('admin');
  });

  it('is refused with everything wrong in it', () => {
    const path = join(folder, 'wrong.json');
    writeFileSync(path, JSON.stringify({ principals: [{ tokenHash: 'x', roles: ['king'], offices: [] }, null] }));
    expect(() => openTokenFile(path)).toThrow(TokenFileFault);
    const message = (() => {
      try {
        return openTokenFile(path) && '';
      } catch (error) {
        return (error as Error).message;
      }
    })();
    for (const word of ['[0]: tokenHash', '[0]: name', '[0]: offices', 'king', '[1]: must be an object'])
      expect(message).toContain(word);
  });

  it.each(['', 'nonsense', 'null', '{}'])('is refused when it holds %j', (text) => {
    const path = join(folder, 'broken.json');
    writeFileSync(path, text);
    expect(() => openTokenFile(path)).toThrow(TokenFileFault);
  });
});

describe('permissions', () => {
  it('are carried by roles that exist, and open ones by everybody', () => {
    expect(mayDo(['clerk'], 'records:write')).toBe(true);
    expect(mayDo(['reader'], 'records:write')).toBe(false);
    expect(mayDo(['constructor', 'nobody'], 'records:read')).toBe(false);
    expect(mayDo([], 'open')).toBe(true);
    for (const held of Object.values(roles)) expect(permissions).toEqual(expect.arrayContaining([...held]));
  });
  it('ask more of who decides on a correction than of who asks for one', () => {
    expect(permissionOf('any.RequestCorrection')).toBe('records:write');
    expect(permissionOf('any.ApproveCorrection')).toBe('records:approve');
    expect(permissionOf('any.DeclineCorrection')).toBe('records:approve');
    expect(permissionOf('any.HandIn')).toBe('records:write');
    expect(permissionOf('any.PassSheet', 'records:approve')).toBe('records:approve');
  });
});

describe('a route', () => {
  @Controller()
  class Careful {
    @Get('a')
    @Permit('open')
    a(): void {}
  }
  @Controller('b')
  class Careless {
    @Get()
    forgotten(): void {}
  }
  const start = async (...controllers: (new () => object)[]) => {
    @Module({ controllers })
    class Routes {}
    assertEveryRoutePermits((await Test.createTestingModule({ imports: [Routes] }).compile()) as never);
  };

  it('that declares its permission starts', () => expect(start(Careful)).resolves.toBeUndefined());
  it('that declares none keeps the process from starting', () =>
    expect(start(Careful, Careless)).rejects.toThrow('Routes without @Permit: Careless.forgotten'));
});
