import { ValidateNested } from 'class-validator';
import type { User } from '#application/ports/users.js';
import { administrators, roleCodes } from '#application/roles/role-table.js';
import type { FirstUser } from '#application/sign-in/manage-users.js';
import { Flag, Form, Id, Line, ListOf, Maybe, OneOf, TextsOf } from '../web/field-checks.js';

/** Longer than any password that is taken, so that the rules of passwords say what is wrong. */
const PASSWORD = 512;
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u;

export class SignInRequest {
  @Line(200)
  readonly name!: string;

  @Line(PASSWORD)
  readonly password!: string;
}

export class SecondFactorRequest {
  @Form(/^[\w-]{43}$/)
  readonly ticket!: string;

  @Form(/^\d{6}$/)
  readonly code!: string;
}

export class PasswordRequest {
  @Line(PASSWORD)
  readonly password!: string;

  @Line(PASSWORD)
  readonly newPassword!: string;
}

export class EnrolRequest {
  @Line(PASSWORD)
  readonly password!: string;
}

export class ConfirmRequest {
  @Form(/^\d{6}$/)
  readonly code!: string;
}

export class ResetPasswordRequest {
  @Line(200)
  readonly name!: string;

  @Line(60)
  readonly code!: string;

  @Line(PASSWORD)
  readonly newPassword!: string;
}

export class SessionParams {
  @Id()
  readonly sessionId!: string;
}

export class FirstUserItem implements FirstUser {
  @Form(NAME)
  readonly name!: string;

  @Line(PASSWORD)
  readonly password!: string;

  @OneOf(administrators)
  readonly role!: FirstUser['role'];
}

export class SetupRequest {
  static readonly lists = { administrators: FirstUserItem };

  @Line(60)
  readonly code!: string;

  @ListOf(1, administrators.length)
  @ValidateNested({ each: true })
  readonly administrators!: readonly FirstUserItem[];
}

export class MachineTokenRequest {
  @Line(200)
  readonly name!: string;

  @Line(200)
  readonly secret!: string;
}

export class UserParams {
  @Id()
  readonly userId!: string;
}

export class NewUserRequest {
  static readonly lists = {};

  @OneOf(['person', 'machine'])
  readonly kind!: User['kind'];

  @Form(NAME)
  readonly name!: string;

  @TextsOf(roleCodes, 1, roleCodes.length)
  readonly roles!: readonly string[];

  @TextsOf(/^(\*|[\w-]{1,32})$/, 1, 200)
  readonly offices!: readonly string[];
}

export class ChangeUserRequest {
  static readonly lists = {};

  @Maybe()
  @TextsOf(roleCodes, 1, roleCodes.length)
  readonly roles?: readonly string[];

  @Maybe()
  @TextsOf(/^(\*|[\w-]{1,32})$/, 1, 200)
  readonly offices?: readonly string[];

  @Maybe()
  @Flag()
  readonly disabled?: boolean;

  /** Who this is to the identity provider. */
  @Maybe()
  @Line(255)
  readonly subject?: string;
}

export class ResetRequest {
  /** Whether the second factor goes too. */
  @Maybe()
  @Flag()
  readonly secondFactor?: boolean;
}
