import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Observable } from 'rxjs';
import { onBehalfOf } from '../../postgres/requests/caller-scope.js';
import { callerOf } from './caller.guard.js';

/** Has everything a handler does done on behalf of whom the guard let in. */
export class CallerScopeInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const caller = callerOf(context);
    if (caller === undefined) return next.handle();
    return new Observable((subscriber) => onBehalfOf(caller, () => next.handle().subscribe(subscriber)));
  }
}
