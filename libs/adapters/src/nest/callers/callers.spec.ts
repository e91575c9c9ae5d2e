import { Controller, Get, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { type RoleRow, administrators, mayDo, permissions, roleTable } from '#application/roles/role-table.js';
import { permissionOf } from '#application/roles/second-person.js';
import { Permit, assertEveryRoutePermits } from './permit.js';

describe('permissions', () => {
  it('are carried by roles that exist, and open ones by everybody', () => {
    expect(mayDo(['office-clerk'], 'records:write')).toBe(true);
    expect(mayDo(['auditor'], 'records:write')).toBe(false);
    expect(mayDo(['constructor', 'nobody'], 'records:read')).toBe(false);
    expect(mayDo([], 'open')).toBe(true);
    expect(mayDo([], 'session:own')).toBe(true);
    const known: readonly string[] = permissions;
    for (const { may, inOwnLines = [] } of Object.values<RoleRow>(roleTable))
      expect(known).toEqual(expect.arrayContaining([...may, ...inOwnLines]));
  });
  it('of a role kept to its own lines hold in lines that name it', () => {
    expect(mayDo(['mediator'], 'records:write')).toBe(false);
    expect(mayDo(['mediator'], 'records:write', ['aid-acceptor'])).toBe(false);
    expect(mayDo(['mediator'], 'records:write', ['mediator'])).toBe(true);
    expect(mayDo(['mediator'], 'records:write', 'any')).toBe(true);
    expect(mayDo(['mediator'], 'records:approve', 'any')).toBe(false);
  });
  it('keep the three administrators apart from each other and from records', () => {
    const powers = administrators.map((role): readonly string[] => roleTable[role].may);
    for (const held of powers) {
      expect(held.filter((permission) => /^(records|figures|persons|periods)/.test(permission))).toEqual([]);
      for (const other of powers.filter((power) => power !== held))
        expect(held.filter((permission) => permission.endsWith(':manage') && other.includes(permission))).toEqual([]);
    }
  });
  it('are lost to whoever holds roles that exclude each other', () => {
    expect(mayDo(['security-admin', 'office-clerk'], 'users:manage')).toBe(false);
    expect(mayDo(['security-admin', 'office-clerk'], 'records:write')).toBe(false);
    expect(mayDo(['system-admin', 'audit-admin'], 'offices:write')).toBe(false);
    expect(mayDo(['office-clerk', 'office-head'], 'records:approve')).toBe(true);
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
