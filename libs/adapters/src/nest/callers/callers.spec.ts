import { Controller, Get, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { mayDo, permissionOf, permissions, roles } from './permissions.js';
import { Permit, assertEveryRoutePermits } from './permit.js';

describe('permissions', () => {
  it('are carried by roles that exist, and open ones by everybody', () => {
    expect(mayDo(['clerk'], 'records:write')).toBe(true);
    expect(mayDo(['reader'], 'records:write')).toBe(false);
    expect(mayDo(['constructor', 'nobody'], 'records:read')).toBe(false);
    expect(mayDo([], 'open')).toBe(true);
    expect(mayDo([], 'session:own')).toBe(true);
    for (const held of Object.values(roles)) expect(permissions).toEqual(expect.arrayContaining([...held]));
  });
  it('keep the three administrators apart from each other and from records', () => {
    const powers = ['system-admin', 'security-admin', 'audit-admin'].map((role) => roles[role] ?? []);
    for (const held of powers) {
      expect(held.filter((permission) => /^(records|figures|persons|periods)/.test(permission))).toEqual([]);
      for (const other of powers.filter((power) => power !== held))
        expect(held.filter((permission) => permission !== 'open' && other.includes(permission))).toEqual([]);
    }
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
